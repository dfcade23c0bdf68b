"""A packet as a file: written to be filled in without the network, read back, and merged with what stands meanwhile."""
