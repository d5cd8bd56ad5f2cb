package org.mclnn.potential;

/** Complex numbers for the complex step: Im V(r + ih) / h is dV/dr to rounding, because nothing is subtracted. */
record Complex(double re, double im) {
    static Complex of(double re) {
        return new Complex(re, 0.0);
    }

    Complex plus(Complex o) {
        return new Complex(re + o.re, im + o.im);
    }

    Complex minus(Complex o) {
        return new Complex(re - o.re, im - o.im);
    }

    Complex times(Complex o) {
        return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    Complex times(double factor) {
        return new Complex(factor * re, factor * im);
    }

    Complex over(Complex o) {
        double norm = o.re * o.re + o.im * o.im;
        return new Complex((re * o.re + im * o.im) / norm, (im * o.re - re * o.im) / norm);
    }

    Complex power(int exponent) {
        var result = of(1.0);
        for (int k = 0; k < exponent; k++) {
            result = result.times(this);
        }
        return result;
    }

    /** For a positive real part. */
    Complex sqrt() {
        double root = Math.sqrt(0.5 * (Math.hypot(re, im) + re));
        return new Complex(root, 0.5 * im / root);
    }

    Complex exp() {
        double size = Math.exp(re);
        return new Complex(size * Math.cos(im), size * Math.sin(im));
    }

    Complex log() {
        return new Complex(Math.log(Math.hypot(re, im)), Math.atan2(im, re));
    }
}
