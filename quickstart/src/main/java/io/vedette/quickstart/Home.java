package io.vedette.quickstart;

import java.nio.file.Path;

/** The folder that Vedette was started from. */
final class Home {

    private static final Path ROOT = Path.of(System.getProperty("vedette.home", ""));

    private Home() {}

    /** A folder in it. */
    static Path folder(String path) {
        return ROOT.resolve(path);
    }
}
