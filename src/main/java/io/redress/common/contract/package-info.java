/**
 * What every operation of the published contract has in common, added to the OpenAPI document while the program is built:
 * who may call, which problems may come back, and schemas that say no more and no less than the code does. Resources
 * describe only what is their own.
 */
package io.redress.common.contract;
