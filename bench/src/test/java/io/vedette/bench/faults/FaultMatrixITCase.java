package io.vedette.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.CameraState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stand itself: that it sees a fault begin and end. What it measures is another matter. */
@Timeout(180)
class FaultMatrixITCase {

    @Test
    void aServerThatIsRestartedIsMissedAndComesBack() throws Exception {
        FaultResult result = only(FaultKind.RESTART);

        assertThat(result.detectedMs()).isNotNull();
        assertThat(result.recoveredMs()).isNotNull();
        assertThat(result.states()).last().isEqualTo("live");
    }

    @Test
    void aPathThatIsGoneIsReportedUntilItIsThereAgain() throws Exception {
        FaultResult result = only(FaultKind.NOT_FOUND);

        assertThat(result.state()).isEqualTo(CameraState.REFUSED);
        assertThat(result.recoveredMs()).isNotNull();
    }

    private static FaultResult only(FaultKind fault) throws Exception {
        return FaultMatrix.run(
                        List.of(ServerKind.SIMULATOR), List.of(fault), Pace.BRIEF, result -> {})
                .get(0);
    }
}
