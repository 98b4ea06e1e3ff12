package io.vedette.models.hostile;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.OnnxDetector;
import io.vedette.models.check.ModelCheck;
import io.vedette.models.check.ModelReport;
import io.vedette.models.onnx.DetectorSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

final class HostileMain {
    public static void main(String[] a) throws Exception {
        Path root = Path.of(a[0]);
        List<HostilePackage> all =
                HostileNetworks.of(new Random(Long.parseLong(a[1])), Integer.parseInt(a[2]));
        int only = a.length > 3 ? Integer.parseInt(a[3]) : -1;
        int i = 0;
        for (HostilePackage p : all) {
            if (only < 0 || only == i) {
                Path folder = root.resolve("p" + i);
                p.write(folder);
                long t = System.nanoTime();
                String r;
                System.out.print(i + " " + p.name() + ": ");
                System.out.flush();
                try {
                    ModelPackage m = ModelPackage.load(folder);
                    try (OnnxDetector d = OnnxDetector.open(m, DetectorSettings.defaults())) {
                        r = "ok";
                    }
                } catch (ModelPackageException e) {
                    r = "refused " + e.problems();
                } catch (Throwable e) {
                    r = "FAILED " + e;
                    e.printStackTrace(System.out);
                }
                System.out.println(
                        r.replace("\n", "\\n") + " " + (System.nanoTime() - t) / 1000000 + "ms");
                try {
                    ModelReport x = ModelCheck.check(folder);
                    if (x.problems().stream().anyMatch(String::isBlank))
                        System.out.println("FAILED blank");
                } catch (Throwable e) {
                    System.out.println("FAILED check " + e);
                    e.printStackTrace(System.out);
                }
            }
            i++;
        }
        System.out.println("done");
    }
}
