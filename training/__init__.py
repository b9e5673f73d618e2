"""The recipe that makes the shipped English news model from open corpora."""
