/**
 * What all operations of the OpenAPI document have in common: who may call them, which problems they return, and
 * schemas that agree with the code. The build adds it; resources describe only what is specific to them.
 */
package io.redress.common.contract;
