"""What an assistant may ask of the office's letters, over the Model Context Protocol."""
