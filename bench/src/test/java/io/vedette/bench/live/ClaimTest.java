package io.vedette.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static Claim weighing(double weight) {
        return new Claim(100, 0, weight);
    }

    @Test
    void equalsGetTheSame() {
        assertThat(Claim.promised(List.of(weighing(1), weighing(1)), 30)).containsExactly(15., 15.);
    }

    @Test
    void weightsDivide() {
        List<Claim> claims = List.of(weighing(1), weighing(1), weighing(2), weighing(4));

        assertThat(Claim.promised(claims, 80)).containsExactly(10., 10., 20., 40.);
    }

    @Test
    void whatOneDoesNotWantGoesToTheOthers() {
        List<Claim> claims = List.of(weighing(1), new Claim(5, 0, 4), weighing(1));

        assertThat(Claim.promised(claims, 45)).containsExactly(20., 5., 20.);
    }

    @Test
    void priorityComesFirst() {
        List<Claim> claims = List.of(weighing(1), new Claim(10, 1, 1), weighing(2));

        assertThat(Claim.promised(claims, 40)).containsExactly(10., 10., 20.);
    }

    @Test
    void aLowerPriorityMayGetNothing() {
        List<Claim> claims = List.of(new Claim(10, 0, 1), new Claim(50, 2, 1));

        assertThat(Claim.promised(claims, 40)).containsExactly(0., 40.);
    }

    @Test
    void nobodyGetsMoreThanItSends() {
        List<Claim> claims = List.of(new Claim(10, 0, 1), new Claim(20, 0, 5));

        assertThat(Claim.promised(claims, 1000)).containsExactly(10., 20.);
    }

    @Test
    void aWeightOfNothingIsRefused() {
        assertThatThrownBy(() -> new Claim(10, 0, 0))
                .hasMessage("Claim: offered and weight must be more than 0 but were 10.0 and 0.0.");
    }
}
