package io.vedette.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void aValueFollowsItsOptionOrAnEqualsSign() {
        Arguments arguments =
                Arguments.parse("--kafka.group", "night", "--topics.prefix=a=b", "--mode", "infer");

        assertThat(arguments.get(JobOptions.KAFKA_GROUP)).isEqualTo("night");
        assertThat(arguments.get(JobOptions.TOPICS_PREFIX)).isEqualTo("a=b");
        assertThat(arguments.get(JobOptions.MODE)).isEqualTo(Mode.INFER);
        assertThat(arguments.problems()).isEmpty();
    }

    @Test
    void onlyCamerasMayBeGivenManyTimes() {
        Arguments arguments =
                Arguments.parse(
                        "--camera=a=file:/a.mp4",
                        "--camera=b=file:/b.mp4",
                        "--kafka.group=x",
                        "--kafka.group=y");

        assertThat(arguments.all(JobOptions.CAMERA))
                .containsExactly("a=file:/a.mp4", "b=file:/b.mp4");
        assertThat(arguments.problems()).containsExactly("Option 'kafka.group' is given 2 times.");
    }

    @Test
    void anOptionWithoutAValueIsAProblem() {
        assertThat(Arguments.parse("--mode").problems())
                .containsExactly("Option 'mode' must have a value.");
    }

    @Test
    void aWordThatIsNoOptionIsAProblem() {
        assertThat(Arguments.parse("watch").problems())
                .singleElement()
                .asString()
                .contains("watch");
    }

    @Test
    void aStrayUriDoesNotShowItsCredentials() {
        assertThat(Arguments.parse("gate-1=rtsp://joe:s3cret@192.0.2.7/stream").problems())
                .singleElement()
                .asString()
                .contains("gate-1=rtsp://***@192.0.2.7/stream");
    }
}
