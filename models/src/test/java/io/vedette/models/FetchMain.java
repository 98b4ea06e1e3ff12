package io.vedette.models;

import io.vedette.models.remote.HttpFiles;
import io.vedette.models.remote.ModelCache;
import io.vedette.models.remote.PackageLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fetches one package in a process of its own, and prints the folder or the problem. */
final class FetchMain {

    private FetchMain() {}

    public static void main(String[] arguments) {
        PackageFetcher fetcher =
                new PackageFetcher(new HttpFiles(), new ModelCache(Path.of(arguments[1])));
        try {
            System.out.println(fetcher.fetch(PackageLocation.of(arguments[0])));
        } catch (ModelPackageException e) {
            System.out.println(e.getMessage());
        }
    }

    /**
     * Starts the process.
     *
     * @param prefix words before the command, such as those that limit the process
     */
    static Process start(String location, Path cache, String... prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:-UsePerfData", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(FetchMain.class.getName(), location, cache.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
