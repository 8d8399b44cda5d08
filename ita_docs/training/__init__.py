"""Training the recogniser: invented lines of letters, their pictures, the network and its trainer."""
