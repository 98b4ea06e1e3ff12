package io.vedette.models.hostile;

import io.vedette.models.DetectionException;
import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.check.ModelCheck;
import io.vedette.models.check.ModelReport;
import io.vedette.models.onnx.DetectorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Loads hostile packages in a process of its own, which a native fault would take down. It names
 * each package before it loads it, and ends with 0 if each was served or refused as it should.
 */
final class HostileRun {

    private final Path root;
    private int served;
    private int refused;
    private int failed;

    private HostileRun(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws IOException {
        HostileRun run = new HostileRun(Path.of(arguments[0]));
        for (HostilePackage one : packages(Long.parseLong(arguments[1]))) {
            run.attempt(one);
        }
        System.out.printf(
                "served %d, refused %d, failed %d%n", run.served, run.refused, run.failed);
        System.exit(run.failed == 0 ? 0 : 1);
    }

    private static List<HostilePackage> packages(long seed) {
        List<HostilePackage> all = new ArrayList<>();
        all.addAll(new HostileFiles(new Random(seed)).all());
        all.addAll(new HostileDocuments(new Random(seed)).all());
        all.addAll(new BrokenNetworks(new Random(seed)).all());
        all.addAll(new RandomNetworks(new Random(seed)).all());
        all.addAll(new LyingNetworks().all());
        return all;
    }

    private void attempt(HostilePackage one) throws IOException {
        Path folder = root.resolve("package-%d".formatted(served + refused + failed));
        one.write(folder);
        Set<Path> before = files();
        System.out.println(folder.getFileName() + " " + one.name());
        try {
            use(folder);
        } catch (Throwable e) {
            failed++;
            System.out.println("FAILED, where it should have been served or refused:");
            e.printStackTrace(System.out);
        }
        if (!files().equals(before)) {
            failed++;
            System.out.println("FAILED, since it leaves files behind: " + files());
        }
        delete(folder);
    }

    private void use(Path folder) {
        List<String> problems = problems(folder);
        if (problems.stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException("There is a blank problem in " + problems);
        }
        ModelReport report = ModelCheck.check(folder);
        if (report.text().isBlank() || report.json().isBlank()) {
            throw new IllegalStateException("The report is blank.");
        }
        if (report.ok() && !problems.isEmpty()) {
            throw new IllegalStateException(
                    "The check finds nothing but the detector %s.".formatted(problems));
        }
        if (problems.isEmpty()) {
            served++;
        } else {
            refused++;
        }
    }

    private static List<String> problems(Path folder) {
        try (Detector detector =
                OnnxDetector.open(ModelPackage.load(folder), DetectorSettings.defaults())) {
            return detector.maxBatch() > 0 ? List.of() : List.of("no batch at all");
        } catch (ModelPackageException e) {
            return e.problems();
        } catch (DetectionException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return new TreeSet<>(all.toList());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
