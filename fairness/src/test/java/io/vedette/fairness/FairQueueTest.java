package io.vedette.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FairQueueTest {

    private final FairQueue<String, String> queue = new FairQueue<>();

    @Test
    void servesKeysInTurnThoughOneCameFirstWithMany() {
        // Given
        add("a", "a1", "a2", "a3");
        add("b", "b1");
        add("c", "c1", "c2");

        // When
        List<String> order = all();

        // Then
        assertThat(order).containsExactly("a1", "b1", "c1", "a2", "c2", "a3");
    }

    @Test
    void servesAHigherPriorityFirst() {
        // Given
        queue.add("low", 0, 1, "l1");
        queue.add("high", 5, 1, "h1");
        queue.add("high", 5, 1, "h2");

        // When
        List<String> order = all();

        // Then
        assertThat(order).containsExactly("h1", "h2", "l1");
    }

    @Test
    void givesEachOfManyHungryKeysItsWeight() {
        // Given
        Map<String, Double> weights = Map.of("a", 1.0, "b", 2.0, "c", 0.5);

        // When
        Map<String, Integer> served = serveHungry(weights, 3500);

        // Then
        assertThat(served.get("a")).isCloseTo(1000, within(2));
        assertThat(served.get("b")).isCloseTo(2000, within(2));
        assertThat(served.get("c")).isCloseTo(500, within(2));
    }

    @Test
    void weightsCountAlsoBelowAHigherPriority() {
        // Given
        FairQueue<String, String> mixed = new FairQueue<>();
        Map<String, Integer> served = new HashMap<>();
        mixed.add("heavy", 0, 2, "heavy");
        mixed.add("light", 0, 1, "light");

        // When
        for (int i = 0; i < 4000; i++) {
            boolean high = i % 4 != 0;
            if (high) {
                mixed.add("high", 1, 1, "high");
            }
            String key = mixed.poll();
            served.merge(key, 1, Integer::sum);
            if (!high) {
                mixed.add(key, 0, key.equals("heavy") ? 2 : 1, key);
            }
        }

        // Then
        assertThat(served.get("high")).isEqualTo(3000);
        assertThat(served.get("heavy")).isCloseTo(667, within(2));
        assertThat(served.get("light")).isCloseTo(333, within(2));
    }

    @Test
    void aKeyThatChangesItsPriorityStartsAnew() {
        // Given
        for (int i = 0; i < 100; i++) {
            queue.add("a", 1, 0.01, "a");
            queue.poll();
        }
        queue.add("b", 0, 1, "b1");
        queue.poll();

        // When
        queue.add("a", 0, 1, "a2");
        add("b", "b2");

        // Then
        assertThat(all()).containsExactly("a2", "b2");
    }

    @Test
    void isFairAlsoWhenHalfOfTheKeysAreMissingAtAnyTime() {
        // Given
        Random random = new Random(7);
        Map<String, Integer> served = new HashMap<>();
        List<String> absent = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h"));

        // When
        for (int i = 0; i < 8000; i++) {
            while (absent.size() > 4) {
                String back = absent.remove(random.nextInt(absent.size()));
                queue.add(back, 0, 1, back);
            }
            String next = queue.poll();
            served.merge(next, 1, Integer::sum);
            absent.add(next);
        }

        // Then
        assertThat(served.values()).allSatisfy(n -> assertThat(n).isCloseTo(1000, within(40)));
    }

    @Test
    void gainsNoCreditWhileAway() {
        // Given
        add("a", "a1");
        all();
        for (int i = 0; i < 100; i++) {
            queue.add("b", 0, 1, "b");
            queue.poll();
        }

        // When
        add("a", "a2", "a3", "a4");
        add("b", "b1", "b2", "b3");

        // Then
        assertThat(all()).containsExactly("a2", "a3", "b1", "a4", "b2", "b3");
    }

    @Test
    void waitsForAKeyThatIsLateForAsMuchAsItHasPatience() {
        // Given
        FairQueue<String, String> patient = new FairQueue<>(2);
        patient.add("a", 0, 1, "a");
        patient.poll();
        for (int i = 0; i < 100; i++) {
            patient.add("b", 0, 1, "b");
            patient.poll();
        }

        // When
        for (String element : List.of("a1", "a2", "a3", "a4", "a5")) {
            patient.add("a", 0, 1, element);
        }
        patient.add("b", 0, 1, "b1");
        patient.add("b", 0, 1, "b2");

        // Then
        assertThat(patient.poll(7, 7)).containsExactly("a1", "a2", "a3", "a4", "b1", "a5", "b2");
    }

    @Test
    void prefersTheFresherOfThoseInTurnAndStaysFair() {
        // Given
        FairQueue<String, Integer> numbers = new FairQueue<>();
        Map<Integer, Integer> served = new HashMap<>();
        for (int key = 0; key < 4; key++) {
            numbers.add("" + key, 0, 1, key);
        }

        // When
        for (int i = 0; i < 400; i++) {
            int taken = numbers.poll(Comparator.reverseOrder());
            served.merge(taken, 1, Integer::sum);
            numbers.add("" + taken, 0, 1, taken);
        }

        // Then
        assertThat(served.values()).allSatisfy(n -> assertThat(n).isCloseTo(100, within(2)));
    }

    @Test
    void takesNoMoreThanItMayOfOneKey() {
        // Given
        add("a", "a1", "a2", "a3");
        add("b", "b1");

        // When
        List<String> batch = queue.poll(4, 2);

        // Then
        assertThat(batch).containsExactly("a1", "b1", "a2");
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void removesWhatIsNoLongerWanted() {
        // Given
        add("a", "a1", "a2");
        add("b", "b1");

        // When
        List<String> removed = queue.remove(element -> element.startsWith("a"));

        // Then
        assertThat(removed).containsExactly("a1", "a2");
        assertThat(all()).containsExactly("b1");
    }

    @Test
    void forgetsKeysThatAreOwedNothing() {
        // Given
        int served = 0;

        // When
        for (int i = 0; i < 10_000; i++) {
            add("stays", "s");
            add("passes-" + i, "p");
            served += all().size();
        }

        // Then
        assertThat(served).isEqualTo(20_000);
        assertThat(queue.remembered()).isLessThan(200);
    }

    @Test
    void refusesAWeightOfNothing() {
        assertThatThrownBy(() -> queue.add("a", 0, 0, "a1"))
                .hasMessage("Weight of 'a' must be above 0 but was 0.0.");
    }

    private static Map<String, Integer> serveHungry(Map<String, Double> weights, int turns) {
        FairQueue<String, String> queue = new FairQueue<>();
        weights.forEach((key, weight) -> queue.add(key, 0, weight, key));
        Map<String, Integer> served = new HashMap<>();
        for (int i = 0; i < turns; i++) {
            String key = queue.poll();
            served.merge(key, 1, Integer::sum);
            queue.add(key, 0, weights.get(key), key);
        }
        return served;
    }

    private void add(String key, String... elements) {
        for (String element : elements) {
            queue.add(key, 0, 1, element);
        }
    }

    private List<String> all() {
        List<String> order = new ArrayList<>();
        for (String next = queue.poll(); next != null; next = queue.poll()) {
            order.add(next);
        }
        return order;
    }
}
