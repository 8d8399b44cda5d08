"""Questions to the tables, shared by the API and the desk."""
