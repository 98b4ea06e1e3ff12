package io.vedette.sources.ffmpeg;

import io.vedette.sources.VideoSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Encrypts connections to cameras, and checks whom they lead to as the settings say. */
final class Trust {

    private final SSLContext context;
    private final boolean verify;

    private Trust(SSLContext context, boolean verify) {
        this.context = context;
        this.verify = verify;
    }

    /**
     * @throws SSLException if the CA file cannot be read or holds no certificate
     */
    static Trust of(VideoSettings.Tls settings) throws SSLException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(settings), null);
            return new Trust(context, settings.verify());
        } catch (IOException | GeneralSecurityException e) {
            throw new SSLException(
                    "the CA file '%s' cannot be used: %s"
                            .formatted(settings.caFile(), e.getMessage()),
                    e);
        }
    }

    private static TrustManager[] managers(VideoSettings.Tls settings)
            throws IOException, GeneralSecurityException {
        if (!settings.verify()) {
            return new TrustManager[] {new TrustsEverybody()};
        }
        if (settings.caFile() == null) {
            return trusting(null);
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates(Path.of(settings.caFile()))) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        return trusting(store);
    }

    private static TrustManager[] trusting(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new IOException("it holds no certificate");
            }
            return certificates;
        }
    }

    /**
     * Encrypts a connection that is made; it is trusted once this returns.
     *
     * @param host the name or numeric address that the certificate must be of
     */
    SSLSocket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
        if (verify) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return socket;
    }

    /** What {@code rtsp.tls.verify=false} asks for. */
    private static final class TrustsEverybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
