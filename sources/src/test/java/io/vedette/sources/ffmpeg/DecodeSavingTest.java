package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.sources.ffmpeg.DecodeSaving.Depth;
import org.junit.jupiter.api.Test;

/** Packets of a stream of 25 pictures a second. */
class DecodeSavingTest {

    private int number;

    @Test
    void decodesAllWhereAllIsWanted() {
        DecodeSaving saving = new DecodeSaving(null);

        assertThat(play(saving, 500, 25, 1)).isEqualTo(Depth.ALL);
    }

    @Test
    void keyPicturesSufficeOnceTheyWereSeenToComeOftenEnough() {
        DecodeSaving saving = new DecodeSaving(1.0);

        assertThat(play(saving, 50, 25, 1)).isEqualTo(Depth.ALL);
        assertThat(play(saving, 1, 25, 1)).isEqualTo(Depth.KEYS);
    }

    @Test
    void keyPicturesDoNotSufficeWhereTheyAreRare() {
        DecodeSaving saving = new DecodeSaving(1.0);

        assertThat(play(saving, 500, 50, 1)).isNotEqualTo(Depth.KEYS);
    }

    @Test
    void leavesOutPicturesWithoutReferencesWhileEnoughRemain() {
        DecodeSaving saving = new DecodeSaving(5.0);

        assertThat(play(saving, 500, 250, 2)).isEqualTo(Depth.REFERENCES);
    }

    @Test
    void decodesAllAgainWhereTooFewRemain() {
        DecodeSaving saving = new DecodeSaving(10.0);
        play(saving, 75, 250, 5);

        assertThat(play(saving, 50, 250, 5)).isEqualTo(Depth.ALL);
    }

    @Test
    void goesBackWhenTheNextKeyPictureIsOverdue() {
        DecodeSaving saving = new DecodeSaving(1.0);
        play(saving, 76, 25, 1);

        assertThat(play(saving, 24, 1000, 1)).isEqualTo(Depth.KEYS);
        assertThat(play(saving, 15, 1000, 1)).isNotEqualTo(Depth.KEYS);
    }

    @Test
    void keepsToAllWhereKeyPicturesCannotBeDecodedAlone() {
        DecodeSaving saving = new DecodeSaving(1.0);
        play(saving, 76, 25, 1);
        saving.noKeys();

        assertThat(play(saving, 200, 25, 1)).isNotEqualTo(Depth.KEYS);
    }

    @Test
    void ofManyKeyPicturesTwiceAsManyAreDecodedAsAreWanted() {
        DecodeSaving saving = new DecodeSaving(1.0);
        int decoded = 0;
        for (int i = 0; i < 250; i++) {
            decoded += saving.due(i / 25.0) ? 1 : 0;
        }

        assertThat(decoded).isBetween(18, 20);
    }

    /** What to do after so many packets, of which each so-maniest is key, or has references. */
    private Depth play(DecodeSaving saving, int packets, int keyEvery, int referenceEvery) {
        Depth depth = Depth.ALL;
        for (int i = 0; i < packets; i++, number++) {
            depth = saving.packet(number / 25.0, number % keyEvery == 0);
            if (depth == Depth.ALL || number % referenceEvery == 0) {
                saving.picture();
            }
        }
        return depth;
    }
}
