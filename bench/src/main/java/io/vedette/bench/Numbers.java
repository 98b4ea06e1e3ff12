package io.vedette.bench;

/**
 * The numbers that a network puts out for one candidate.
 *
 * @param count how many
 * @param value what they are
 */
record Numbers(int count, Value value) {

    /** What one number is. */
    @FunctionalInterface
    interface Value {
        /**
         * One number of one candidate.
         *
         * @param object the object that the candidate is of; -1 for none
         * @param number from 0
         */
        float of(int object, int number);
    }

    /** The same for every candidate. */
    static Numbers constant(float... values) {
        return new Numbers(values.length, (object, number) -> values[number]);
    }

    /** A score for each class, of which an object has one. */
    static Numbers scores(int classes, float none, float object) {
        return new Numbers(
                classes, (of, number) -> of >= 0 && number == of % classes ? object : none);
    }

    /** The class of an object as a number. */
    static Numbers classId() {
        return new Numbers(1, (object, number) -> Math.max(0, object));
    }

    /** Left, top, right and bottom of an object. */
    static Numbers corners(float side) {
        return new Numbers(
                4, (object, number) -> side * (0.05f + 0.07f * object + (number < 2 ? 0 : 0.1f)));
    }

    /** Centre and extent of an object. */
    static Numbers centre(float side) {
        return new Numbers(
                4, (object, number) -> side * (number < 2 ? 0.1f + 0.07f * object : 0.1f));
    }

    Numbers then(Numbers others) {
        return new Numbers(
                count + others.count,
                (object, number) ->
                        number < count
                                ? value.of(object, number)
                                : others.value.of(object, number - count));
    }

    /** These for each of several anchors, of which the first sees objects. */
    Numbers times(int anchors) {
        return new Numbers(
                anchors * count,
                (object, number) -> value.of(number < count ? object : -1, number % count));
    }

    /** These where there are no objects. */
    Numbers seeingNothing() {
        return new Numbers(count, (object, number) -> value.of(-1, number));
    }
}
