package io.vedette.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port that a part is going to listen on.
 *
 * @param option the option that chose it, for example {@code --http-port}
 * @param number 1..65535, or 0 for any free one
 */
record Port(String option, int number) {

    private static final int HIGHEST = 65_535;

    /**
     * Checks that all ports can be listened on.
     *
     * @throws UserError naming every port that cannot, and what to do
     */
    static void requireFree(List<Port> ports) {
        List<String> problems = new ArrayList<>();
        Map<Integer, String> chosen = new HashMap<>();
        for (Port port : ports) {
            String other = port.number == 0 ? null : chosen.put(port.number, port.option);
            String problem = other == null ? port.problem() : port.sharedWith(other);
            if (problem != null) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            throw UserError.of(problems);
        }
    }

    /** The number, or for 0 one that was free a moment ago. */
    int resolved() {
        return number == 0 ? anyFree() : number;
    }

    /** A port of the loopback interface that was free a moment ago. */
    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback interface", e);
        }
    }

    private @Nullable String problem() {
        if (number < 0 || number > HIGHEST) {
            return "Port %d (%s) must be between 0 and %d.".formatted(number, option, HIGHEST);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(number));
            return null;
        } catch (BindException e) {
            return isForbidden(e) ? forbidden() : taken();
        } catch (IOException e) {
            return "Port %d (%s) cannot be used: %s.".formatted(number, option, e.getMessage());
        }
    }

    private static boolean isForbidden(BindException e) {
        return String.valueOf(e.getMessage()).contains("Permission denied");
    }

    private String taken() {
        return "Port %d (%s) is taken: stop the program that listens there, or give another port, for example %s %d."
                .formatted(number, option, option, alternative());
    }

    private String forbidden() {
        return "Port %d (%s) is reserved for the system: give one above 1023, for example %s %d."
                .formatted(number, option, option, alternative());
    }

    private String sharedWith(String other) {
        return "Port %d is given to both %s and %s: give one of them another port, for example %s %d."
                .formatted(number, other, option, option, alternative());
    }

    private int alternative() {
        return number < 1024 ? number + 8000 : number + 100 > HIGHEST ? number - 100 : number + 100;
    }
}
