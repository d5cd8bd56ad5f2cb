package org.mclnn.simd;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.KernelProvider;

/** Vector kernels of every width side by side: the width is a constant of the classes, so each is loaded on its own. */
final class VectorKernels {
    private VectorKernels() {}

    static Kernel withLanes(int lanes) {
        var before = System.getProperty("mclnn.lanes");
        System.setProperty("mclnn.lanes", Integer.toString(lanes));
        try {
            var provider = new Loader()
                    .loadClass(VectorProvider.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            var kernel = ((KernelProvider) provider).kernel();
            kernel.network(new int[] {1, 1, 1}).parameters(new double[4]); // the classes read the property now
            return kernel;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        } finally {
            if (before == null) {
                System.clearProperty("mclnn.lanes");
            } else {
                System.setProperty("mclnn.lanes", before);
            }
        }
    }

    private static final class Loader extends ClassLoader {
        private static final String OURS = "org.mclnn.simd.";

        Loader() {
            super(VectorKernels.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                var bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
