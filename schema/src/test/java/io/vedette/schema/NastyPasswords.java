package io.vedette.schema;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Passwords as people choose them, with every character that a uri gives a meaning to. */
final class NastyPasswords {

    private static final List<String> CHOSEN =
            List.of(
                    "hunter2",
                    "p@ss",
                    "p@@ss@",
                    "p/a/ss",
                    "/slash",
                    "p:a:ss",
                    "p#ss",
                    "wh?t",
                    "a?b=c",
                    "100%",
                    "50%zz",
                    "%",
                    "two words",
                    " lead and trail ",
                    "Fußgänger",
                    "пароль",
                    "密码😀",
                    "q\"uote'd`",
                    "back\\slash",
                    "<xml>&amp;",
                    "a+b=c;d,e",
                    "$dollar$1",
                    "{brace}[bracket]",
                    "p@ss/w:rd#1?x%",
                    "pass@10.0.0.9/live",
                    "rtsp://a:b@c/d",
                    "x=y&password=z",
                    "***");

    private static final String ALPHABET = "abcXYZ019@/:#?% !\"$&'()*+,;=-._~^|<>\\[]{}äß漢😀";

    private NastyPasswords() {}

    /** The chosen ones and many made of every character, the same at every run. */
    static Stream<String> all() {
        Random random = new Random(7);
        int[] characters = ALPHABET.codePoints().toArray();
        return Stream.concat(
                CHOSEN.stream(), IntStream.range(0, 100).mapToObj(i -> made(random, characters)));
    }

    private static String made(Random random, int[] characters) {
        StringBuilder made = new StringBuilder("Q"); // so that it is found in nothing else
        random.ints(3 + random.nextInt(6), 0, characters.length)
                .forEach(i -> made.appendCodePoint(characters[i]));
        return made.toString();
    }
}
