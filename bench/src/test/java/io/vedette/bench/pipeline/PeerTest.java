package io.vedette.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerTest {

    @Test
    void onePythonIsForAll() {
        List<Peer> peers = Peer.parse("/venv/bin/python");

        assertThat(peers).extracting(Peer::name).isEqualTo(Peer.NAMES);
        assertThat(peers).extracting(Peer::python).containsOnly(Path.of("/venv/bin/python"));
    }

    @Test
    void aPythonMayBeForOne() {
        List<Peer> peers = Peer.parse("opencv_loop=/venv/bin/python");

        assertThat(peers).containsExactly(new Peer("opencv_loop", Path.of("/venv/bin/python")));
    }

    @Test
    void aPeerThatThereIsNotIsNamed() {
        assertThatThrownBy(() -> Peer.parse("deepstream=/venv/bin/python"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Option --peers must be PYTHON or NAME=PYTHON, where NAME is one of opencv_loop, roboflow_inference, ultralytics_predict, but was 'deepstream=/venv/bin/python'.");
    }
}
