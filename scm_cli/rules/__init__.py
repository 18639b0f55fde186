"""What a protocol must contain: rules as data with their source, and the check of sessions by them."""
