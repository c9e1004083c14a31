package io.redress.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much was done.
 *
 * @param perSecond how often
 * @param p50 milliseconds that half of them took at most
 * @param p99 milliseconds that all but one in a hundred took at most
 * @param failed how many were refused or broke off
 */
record Rate(
        @JsonProperty double perSecond,
        @JsonProperty double p50,
        @JsonProperty double p99,
        @JsonProperty long failed) {}
