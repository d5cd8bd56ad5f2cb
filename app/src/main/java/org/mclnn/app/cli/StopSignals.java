package org.mclnn.app.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C and TERM while work is under way that can be stopped between two steps: the first is kept in mind, a second ends the program as
 * always. Only {@code sun.misc.Signal} lets a program hear them and go on; it is found by name because the compiler warns of it. On a JVM
 * without it they end the program at once.
 */
final class StopSignals implements AutoCloseable {
    private final Runnable first;
    private final List<Replaced> replaced = new ArrayList<>();
    private volatile boolean asked;

    private record Replaced(Object signal, Object before) {}

    /** @param first what to do at the first signal, in a thread of the JVM */
    StopSignals(Runnable first) {
        this.first = first;
        for (var name : List.of("INT", "TERM")) {
            try {
                var handler = Class.forName("sun.misc.SignalHandler");
                var signal = Class.forName("sun.misc.Signal")
                        .getConstructor(String.class)
                        .newInstance(name);
                var ours = Proxy.newProxyInstance(
                        StopSignals.class.getClassLoader(), new Class<?>[] {handler}, this::answer);
                replaced.add(new Replaced(signal, handle(signal, ours)));
            } catch (ReflectiveOperationException e) {
                // not this JVM, or one that was told to leave signals alone
            }
        }
    }

    /** Gives a signal another handler; returns the one before. */
    private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
        return signal.getClass()
                .getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal, handler);
    }

    /** The methods of a handler: {@code handle} and those of every object. */
    private Object answer(Object proxy, Method method, Object[] args) {
        return switch (method.getName()) {
            case "handle" -> {
                asked = true;
                close();
                first.run();
                yield proxy; // handle returns nothing, and nobody looks
            }
            case "equals" -> proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "StopSignals";
        };
    }

    boolean asked() {
        return asked;
    }

    /** Signals end the program again. */
    @Override
    public synchronized void close() {
        for (var signal : replaced) {
            try {
                handle(signal.signal, signal.before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("what could be replaced can be put back", e);
            }
        }
        replaced.clear();
    }
}
