package io.vedette.quickstart.cameras;

/**
 * An encoded picture and its times since the playback began, in ticks of 90 kHz.
 *
 * @param sendAt never falls
 * @param takenAt never after {@code sendAt}
 */
record TimedPicture(byte[] data, long sendAt, long takenAt, boolean key) {}
