package io.vedette.quickstart.cameras.rtp;

/** Cuts encoded pictures into the payloads of RTP packets. */
interface Packetizer {

    /** Adds one picture. */
    void packetize(byte[] picture, PayloadBuffer out);
}
