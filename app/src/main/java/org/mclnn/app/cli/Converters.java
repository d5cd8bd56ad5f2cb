package org.mclnn.app.cli;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options as people write them. */
final class Converters {
    private Converters() {}

    /** The name of a file or folder. */
    static final class Place implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new TypeConversionException(Failure.describe(e));
            }
        }
    }

    /** A positive whole number, also as 1e6 or 1_000_000. */
    static final class LongCount implements ITypeConverter<OptionalLong> {
        @Override
        public OptionalLong convert(String text) {
            try {
                long value = new BigDecimal(text.replace("_", "")).longValueExact();
                if (value > 0) {
                    return OptionalLong.of(value);
                }
            } catch (NumberFormatException | ArithmeticException e) {
                // said below
            }
            throw new TypeConversionException("'" + text + "' is not a positive whole number, such as 1000 or 1e6");
        }
    }

    /** The same of ordinary size. */
    static final class Count implements ITypeConverter<OptionalInt> {
        @Override
        public OptionalInt convert(String text) {
            long value = new LongCount().convert(text).getAsLong();
            if (value > Integer.MAX_VALUE) {
                throw new TypeConversionException("'" + text + "' is more than " + Integer.MAX_VALUE);
            }
            return OptionalInt.of((int) value);
        }
    }

    /** A whole number of either sign, also as 1e6. */
    static final class Whole implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return new BigDecimal(text.replace("_", "")).longValueExact();
            } catch (NumberFormatException | ArithmeticException e) {
                throw new TypeConversionException("'" + text + "' is not a whole number");
            }
        }
    }

    /** A number from 0 to 1, 1 excluded. */
    static final class Share implements ITypeConverter<OptionalDouble> {
        @Override
        public OptionalDouble convert(String text) {
            try {
                double value = Double.parseDouble(text);
                if (value >= 0.0 && value < 1.0) {
                    return OptionalDouble.of(value);
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new TypeConversionException("'" + text + "' is not a share from 0 to 1, such as 0.05");
        }
    }

    /** A positive finite number. */
    static final class Positive implements ITypeConverter<OptionalDouble> {
        @Override
        public OptionalDouble convert(String text) {
            double value = number(text);
            if (value > 0.0) {
                return OptionalDouble.of(value);
            }
            throw new TypeConversionException("'" + text + "' is not a positive number");
        }
    }

    /** A finite number, 0 or positive. */
    static final class NotNegative implements ITypeConverter<OptionalDouble> {
        @Override
        public OptionalDouble convert(String text) {
            double value = number(text);
            if (value >= 0.0) {
                return OptionalDouble.of(value);
            }
            throw new TypeConversionException("'" + text + "' is not a number of 0 or more");
        }
    }

    /** NaN for what is no finite number. */
    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Layer widths: 10,10. */
    static final class Layers implements ITypeConverter<Layers.Widths> {
        /** Widths of the hidden layers. */
        record Widths(List<Integer> widths) {
            Widths {
                widths = List.copyOf(widths);
            }
        }

        @Override
        public Widths convert(String text) {
            if (!Objects.requireNonNull(text).matches("[1-9][0-9]{0,3}(,[1-9][0-9]{0,3})*")) {
                throw new TypeConversionException("'" + text + "' are not layer widths, such as 10,10");
            }
            return new Widths(
                    Arrays.stream(text.split(",")).map(Integer::valueOf).toList());
        }
    }
}
