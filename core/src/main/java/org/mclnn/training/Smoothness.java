package org.mclnn.training;

import org.mclnn.potential.SplineForm.Coordinate;

/**
 * What was taken for smooth: the m-th derivative of V' with respect to a coordinate u is small, as far as the data allow.
 *
 * @param coordinate u
 * @param order m
 * @param share its weight, 1 where it weighs as much as the data: what {@link TrainingOptions#smoothness} takes
 * @param effective how many parameters of the spline the data determine
 */
public record Smoothness(Coordinate coordinate, int order, double share, double effective) {}
