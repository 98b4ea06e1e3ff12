package io.vedette.quickstart.cameras;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it is written on the command line: {@code [CAMERA:]NAME[=VALUE][@AFTER]}.
 *
 * @param camera its id; null means every camera
 * @param after when it begins, from the start on
 */
public record FaultArgument(@Nullable String camera, Fault fault, Duration after) {

    /** The names, with the form of their values. */
    public static final String FORMS =
            "freeze, freeze-picture, lose=PERCENT, corrupt=PERCENT, delay=TIME[~JITTER], jump=TIME, clock=TIME, show=FILE, audio-only, refuse-login, unreachable, black-hole, close=TIME, cut=TIME, wrap=TIME, describe-late=TIME";

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:([A-Za-z0-9._-]+):)?([a-z-]+)(?:=(.*?))?(?:@([0-9.]+(?:ms|s|m|h)))?");
    private static final Pattern TIME = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?)(ms|s|m|h)");
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)%?");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static FaultArgument parse(String argument) {
        Matcher matcher = FORM.matcher(argument);
        if (!matcher.matches()) {
            throw refused(argument, "[CAMERA:]NAME[=VALUE][@AFTER]");
        }
        String value = matcher.group(3) == null ? "" : matcher.group(3);
        Duration after =
                matcher.group(4) == null ? Duration.ZERO : time(argument, matcher.group(4));
        return new FaultArgument(matcher.group(1), fault(argument, matcher.group(2), value), after);
    }

    private static Fault fault(String argument, String name, String value) {
        return switch (name) {
            case "lose" -> new Fault.LosePackets(share(argument, value));
            case "corrupt" -> new Fault.CorruptBytes(share(argument, value));
            case "delay" -> delay(argument, value);
            case "jump" -> new Fault.JumpTimestamps(time(argument, value));
            case "clock" -> new Fault.LieAboutClock(time(argument, value));
            case "show" -> new Fault.ShowInstead(feed(argument, value));
            case "close" -> new Fault.CloseAfter(time(argument, value));
            case "cut" -> new Fault.CutPacket(time(argument, value));
            case "wrap" -> new Fault.WrapTimestamps(time(argument, value));
            case "describe-late" -> new Fault.DescribeLate(time(argument, value));
            default -> withoutValue(argument, name, value);
        };
    }

    private static Fault withoutValue(String argument, String name, String value) {
        if (!value.isEmpty()) {
            throw refused(argument, "one of " + FORMS);
        }
        return switch (name) {
            case "freeze" -> new Fault.Freeze();
            case "freeze-picture" -> new Fault.FreezePicture();
            case "audio-only" -> new Fault.ShowInstead(Feed.ofSilence());
            case "black-hole" -> new Fault.BlackHole();
            case "refuse-login" -> new Fault.RefuseLogin();
            case "unreachable" -> new Fault.Unreachable();
            default -> throw refused(argument, "one of " + FORMS);
        };
    }

    private static Fault delay(String argument, String value) {
        String[] parts = value.split("~", 2);
        return new Fault.Delay(
                time(argument, parts[0]),
                parts.length == 1 ? Duration.ZERO : time(argument, parts[1]));
    }

    private static Feed feed(String argument, String value) {
        try {
            return Feed.ofFile(Path.of(value));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Fault '%s': %s.".formatted(argument, e.getMessage()), e);
        }
    }

    private static double share(String argument, String value) {
        Matcher matcher = PERCENT.matcher(value);
        if (!matcher.matches()) {
            throw refused(argument, "a percentage such as 2.5%");
        }
        return Double.parseDouble(matcher.group(1)) / 100;
    }

    private static Duration time(String argument, String value) {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            throw refused(argument, "a time such as 200ms, 10s, -5m or 1h");
        }
        double millis =
                switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "ms" -> 1;
                    case "s" -> 1000;
                    case "m" -> 60_000;
                    default -> 3_600_000;
                };
        return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * millis));
    }

    private static IllegalArgumentException refused(String argument, String rule) {
        return new IllegalArgumentException("Fault '%s' must be %s.".formatted(argument, rule));
    }
}
