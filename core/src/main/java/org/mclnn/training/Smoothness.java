package org.mclnn.training;

import org.mclnn.potential.SplineForm.Coordinate;

/**
 * What was taken for smooth: the m-th derivative of V' with respect to a coordinate u is small, as far as the data allow.
 *
 * @param coordinate u
 * @param order m
 * @param weight of the mean square of that derivative beside the squared residuals
 * @param effective how many parameters of the spline the data determine
 */
public record Smoothness(Coordinate coordinate, int order, double weight, double effective) {}
