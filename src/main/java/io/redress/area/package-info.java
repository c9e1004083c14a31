/**
 * Areas (行政区划): province, city, county, town (镇街) and village (村居), by their statistical codes. A code is never
 * reused and an area is never renamed away: one that is abolished keeps its row, its last day and its successor, so that
 * the old 太平 and the new 太平 are two areas. {@link io.redress.area.AreaScope} is the part of the county somebody
 * answers for; every finder of records about people takes one.
 */
@Uses({})
package io.redress.area;

import io.redress.common.feature.Uses;
