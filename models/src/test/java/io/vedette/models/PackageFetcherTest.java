package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.vedette.models.remote.HttpFiles;
import io.vedette.models.remote.ModelCache;
import io.vedette.models.remote.PackageLocation;
import io.vedette.models.remote.TinyPackageServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageFetcherTest {

    @TempDir Path served;
    @TempDir Path cache;

    private TinyPackageServer server;

    @BeforeEach
    void start() {
        server = TinyPackageServer.start(served);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void loadsAPackageThatIsElsewhere() throws IOException {
        ModelPackage model = load();

        assertThat(model.name()).isEqualTo("tiny");
        assertThat(model.sha256()).isEqualTo(server.sha256());
        assertThat(model.labels()).isEqualTo(TinyModel.LABELS);
        assertThat(model.file()).hasSameBinaryContentAs(served.resolve("model.onnx"));
        assertThat(model.directory()).startsWith(cache);
    }

    @Test
    void aFolderOfThisMachineIsLoadedWhereItIs() throws IOException {
        Files.writeString(served.resolve("model.yaml"), TinyModel.YAML);

        assertThat(load(served.toString()).directory()).isEqualTo(served);
        assertThat(load(served.toUri().toString()).directory()).isEqualTo(served);
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void readsOnlyTheSmallFilesAgain() throws IOException {
        load();
        server.appendToYaml("task: detection\n");

        assertThat(load()).isNotNull();
        assertThat(server.requests("model.yaml")).isEqualTo(2);
        assertThat(server.requests("labels.txt")).isEqualTo(2);
        assertThat(server.requests("model.onnx")).isEqualTo(1);
    }

    @Test
    void packagesOfOneNetworkDoNotDisturbEachOther() throws IOException {
        ModelPackage before = load();
        Files.write(server.file("labels.txt"), List.of("sea", "grass", "fire"));
        ModelPackage after = load();

        assertThat(ModelPackage.load(before.directory())).isEqualTo(before);
        assertThat(after.labels()).containsExactly("sea", "grass", "fire");
    }

    @Test
    void writesNothingWhereEverythingIsThere() throws IOException {
        load();
        Path lock = home().resolve("lock");
        Files.delete(lock);
        Files.createDirectory(lock);

        assertThat(load()).isNotNull();
    }

    @Test
    void manyAtOnceDownloadTheNetworkOnce() {
        server.answer("model.onnx", exchange -> slowly(exchange, served.resolve("model.onnx")));

        List<ModelPackage> loaded =
                IntStream.range(0, 16).parallel().mapToObj(i -> load()).toList();

        assertThat(loaded).hasSize(16).allMatch(loaded.get(0)::equals);
        assertThat(server.requests("model.onnx")).isEqualTo(1);
    }

    @Test
    void refusesAnotherNetworkThanPromisedAndForgetsIt() throws IOException {
        byte[] network = Files.readAllBytes(server.file("model.onnx"));
        String promised = server.sha256();
        Files.writeString(server.file("model.onnx"), "<html>Please log in</html>");

        assertThat(problems())
                .containsExactly(
                        "'file' names 'model.onnx', which cannot be fetched: its digest is %s but 'sha256' is %s: it is another file, or not complete."
                                .formatted(server.sha256(), promised));
        assertThat(files()).containsExactly("lock");

        Files.write(server.file("model.onnx"), network);
        assertThat(load().sha256()).isEqualTo(promised);
    }

    @Test
    void recoversFromADownloadThatWasCutOff() throws IOException {
        server.answer(
                "model.onnx",
                exchange -> {
                    exchange.sendResponseHeaders(200, Files.size(server.file("model.onnx")));
                    exchange.getResponseBody().write(new byte[100]);
                });
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("'file' names 'model.onnx', which cannot be fetched: http://")
                .contains(" broke off: ");
        assertThat(files()).containsExactly("lock");

        server.answerAsUsual("model.onnx");
        assertThat(load()).isNotNull();
    }

    @Test
    void clearsAwayWhatAKilledDownloadHasLeft() throws IOException {
        Files.createDirectories(home());
        Files.writeString(home().resolve("1f0c.part"), "half a net");

        load();

        assertThat(files()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void fetchesANetworkAgainThatWasDamaged() throws IOException {
        load();
        Files.writeString(home().resolve("network"), "damaged");

        assertThat(load().sha256()).isEqualTo(server.sha256());
        assertThat(server.requests("model.onnx")).isEqualTo(2);
    }

    @Test
    void mendsWhatElseWasDamaged() throws IOException {
        Path folder = load().directory();
        Files.writeString(folder.resolve("labels.txt"), "damaged");
        Files.delete(folder.resolve("model.onnx"));

        assertThat(load().labels()).isEqualTo(TinyModel.LABELS);
    }

    @Test
    void takesFilesFromFoldersWithinThePackage() throws IOException {
        Files.createDirectories(server.file("for gpu"));
        Files.move(server.file("model.onnx"), server.file("for gpu/tiny #1.onnx"));
        server.appendToYaml("file: 'for gpu/tiny #1.onnx'\n");

        assertThat(load().file()).endsWithRaw(Path.of("for gpu/tiny #1.onnx"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sha256: 695e750a      | 'sha256' must be all 64 hex digits in a package that is fetched but was '695e750a'.
                    file: ../model.onnx   | 'file' must name a file inside the package folder but was '../model.onnx'.
                    labels: /etc/hostname | 'labels' must name a file inside the package folder but was '/etc/hostname'.
                    labels: model.onnx    | 'file', 'labels' and model.yaml must be three files.
                    file: labels.txt/x    | 'file', 'labels' and model.yaml must be three files.
                    labels: names         | 'labels' names 'names', which cannot be fetched: SERVER answers with status 404.
                    file: other.onnx      | 'file' names 'other.onnx', which cannot be fetched: SERVER answers with status 404.
                    """)
    void explainsWhyAPackageCannotBeFetched(String line, String problem) throws IOException {
        String key = line.substring(0, line.indexOf(':'));
        String yaml = Files.readString(server.file("model.yaml"));
        Files.writeString(
                server.file("model.yaml"), yaml.replaceAll("(?m)^" + key + ":.*\n", "") + line);

        assertThat(problems())
                .containsExactly(problem.replace("SERVER", "http://" + server.authority()));
    }

    @Test
    void asksForTheDigest() throws IOException {
        Files.writeString(server.file("model.yaml"), TinyModel.YAML);

        assertThat(problems())
                .containsExactly(
                        "'sha256' is missing; a package that is fetched must give the digest of its ONNX file, 64 hex digits.");
    }

    @Test
    void tellsAllOtherProblemsAtOnceUnderTheNameThatWasGiven() throws IOException {
        Files.delete(server.file("labels.txt"));
        server.appendToYaml("colour: red\n");

        ModelPackageException e = failure("http://joe:s3cret@" + server.uri().substring(7));

        assertThat(e.problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("'colour'"))
                .anyMatch(problem -> problem.startsWith("labels.txt is missing"));
        assertThat(e)
                .hasMessageStartingWith(
                        "Model package http://***@%s/models/tiny/1/ has 2 problems:",
                        server.authority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.yaml", "labels.txt"})
    void refusesSmallFilesThatAreHuge(String name) {
        server.answer(
                name,
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] block = new byte[1 << 20];
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write(block);
                    }
                });

        assertThat(problems())
                .singleElement()
                .asString()
                .matches(".*cannot be fetched: it has more than the \\d+ bytes that it may\\.");
    }

    @Test
    void saysThatTheCacheCannotBeWritten() throws IOException {
        Path file = Files.createFile(cache.resolve("file"));

        ModelPackageException e =
                catchThrowableOfType(
                        ModelPackageException.class,
                        () ->
                                new PackageFetcher(new HttpFiles(), new ModelCache(file))
                                        .load(PackageLocation.of(server.uri())));

        assertThat(e.problems())
                .containsExactly(
                        "the model cache cannot be written at '%s': Not a directory."
                                .formatted(file.resolve(server.sha256())));
    }

    private ModelPackage load() {
        return load(server.uri());
    }

    private ModelPackage load(String location) {
        return new PackageFetcher(new HttpFiles(), new ModelCache(cache))
                .load(PackageLocation.of(location));
    }

    private List<String> problems() {
        return failure(server.uri()).problems();
    }

    private ModelPackageException failure(String location) {
        return catchThrowableOfType(ModelPackageException.class, () -> load(location));
    }

    private Path home() throws IOException {
        return cache.resolve(server.sha256());
    }

    /** The names of all files that the cache holds. */
    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    private static void slowly(HttpExchange exchange, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        exchange.sendResponseHeaders(200, bytes.length);
        for (byte one : bytes) {
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
        }
    }
}
