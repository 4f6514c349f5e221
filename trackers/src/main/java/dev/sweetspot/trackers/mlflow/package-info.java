/**
 * MLflow over its REST API: {@link dev.sweetspot.trackers.mlflow.Mlflow}.
 *
 * <p>Source: {@code mlflow/protos/service.proto} of github.com/mlflow/mlflow (the calls below {@code /api/2.0}, with the names
 * of their fields), and the limits in {@code mlflow/utils/validation.py}.
 */
@NullMarked
package dev.sweetspot.trackers.mlflow;

import org.jspecify.annotations.NullMarked;
