"""Shared by every test: nothing is read from or written to the real home of whoever runs the tests."""
