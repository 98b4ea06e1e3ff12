package io.vedette.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One broker and one database for all tests of a run. Each starts when a test first has it as a
 * parameter and stops after the last test; tests keep apart by their own topics and tables.
 */
final class SharedSystem implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KafkaBroker.class || type == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.GLOBAL);
        return parameter.getParameter().getType() == KafkaBroker.class
                ? store.getOrComputeIfAbsent(Broker.class, key -> new Broker(), Broker.class).broker
                : store.getOrComputeIfAbsent(Database.class, key -> new Database(), Database.class)
                        .server;
    }

    private static final class Broker implements AutoCloseable {

        private final Path folder = folder("vedette-kafka");
        private final KafkaBroker broker =
                KafkaBroker.start(folder, folder.resolve("logs"), Port.anyFree());

        @Override
        public void close() throws IOException {
            broker.close();
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private static final class Database implements AutoCloseable {

        private final Path folder = folder("vedette-postgres");
        private final PostgresServer server = PostgresServer.start(folder, folder.resolve("logs"));

        @Override
        public void close() throws IOException {
            server.close();
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private static Path folder(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
