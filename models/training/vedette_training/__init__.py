"""Trains a compact detector on a CPU and writes it as a Vedette model package."""

import os

# Threads of OpenMP that wait for each other sleep instead of turning in circles, which on a machine
# with other work made a step three times as fast. Read once, when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
