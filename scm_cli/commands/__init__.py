"""One sub-app per noun: each command reads its options, calls, and says what happened."""
