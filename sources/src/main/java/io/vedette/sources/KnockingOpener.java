package io.vedette.sources;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Opens as another opener does, and knocks at the ports of cameras on the network. */
final class KnockingOpener implements CameraLoop.Opener {

    private final CameraLoop.Opener opener;

    KnockingOpener(CameraLoop.Opener opener) {
        this.opener = opener;
    }

    @Override
    public FrameStream open(CameraSplit camera, BooleanSupplier cancelled) throws IOException {
        return opener.open(camera, cancelled);
    }

    @Override
    public void knock(CameraSplit camera) throws IOException {
        Knock knock = Knock.of(camera.uri());
        if (knock != null) {
            knock.await();
        }
    }
}
