"""Trains a compact detector on a CPU and writes it as a Vedette model package."""
