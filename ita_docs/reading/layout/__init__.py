"""Page analysis: from the picture of a page to the places of its lines."""
