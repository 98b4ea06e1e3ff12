package io.vedette.server;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Runs a server until the process is told to end. */
public final class ServerMain {

    private ServerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(ServerOptions.parse(Arrays.asList(arguments), System.getenv()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(ServerSettings settings) throws InterruptedException {
        VedetteServer server = VedetteServer.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "server-shutdown"));
        System.out.printf("Vedette answers on http://%s:%d/%n", settings.host(), server.port());
        new CountDownLatch(1).await();
    }
}
