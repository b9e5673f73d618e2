"""Makes what the repository carries of generated files: pictures, the configuration reference, the Word template."""
