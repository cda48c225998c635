"""The board: notices to read. Neighbours' offers and requests come to stand here too."""
