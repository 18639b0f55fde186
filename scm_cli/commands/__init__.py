"""The commands: each reads its options, calls, and says what happened.

A command of several modules has a folder, one of a single module is a file of its name; `cli.PLACES` leads to each.
What commands share stands beside them: how they are put together (`framework`, `boundary`, `desk`, `helping`), what
they understand (`options`, `filtering`, `complete`), what they print (`listing`, `showing`, `saying`).
"""
