package io.vedette.sources.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority and what it signs, made by {@code keytool} in a folder. */
public final class TestCertificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    public TestCertificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        pair("ca", "-ext", "bc:c");
        keytool("-exportcert", "-rfc", "-alias", "ca", "-file", file("ca.pem"));
    }

    /** The authority, in PEM. */
    public String caFile() {
        return file("ca.pem");
    }

    /**
     * A server that shows a certificate signed by the authority, for a name such as {@code
     * ip:127.0.0.1}.
     */
    public SSLContext signedFor(String name) throws Exception {
        String alias = name.replaceAll("[^a-z0-9]", "-");
        pair(alias);
        keytool("-certreq", "-alias", alias, "-file", file("request"));
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-ext",
                "san=" + name,
                "-infile",
                file("request"),
                "-outfile",
                file("signed"));
        keytool("-importcert", "-noprompt", "-alias", alias, "-file", file("signed"));
        return context(alias);
    }

    /** A server that shows a certificate that nobody signed. */
    public SSLContext selfSignedFor(String name) throws Exception {
        pair("alone", "-ext", "san=" + name);
        return context("alone");
    }

    private void pair(String alias, String... more) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                alias,
                                "-dname",
                                "CN=" + alias,
                                "-validity",
                                "2"));
        arguments.addAll(List.of(more));
        keytool(arguments.toArray(new String[0]));
    }

    private SSLContext context(String alias) throws IOException, GeneralSecurityException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys"))) {
            all.load(in, PASSWORD.toCharArray());
        }
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setEntry(
                alias,
                all.getEntry(alias, new KeyStore.PasswordProtection(PASSWORD.toCharArray())),
                new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file("keys"), "-storepass", PASSWORD));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", command)
                            + " failed: "
                            + Files.readString(folder.resolve("keytool.log")));
        }
    }
}
