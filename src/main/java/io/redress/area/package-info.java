/**
 * Administrative areas (行政区划): province, city, county, town (镇街) and village (村居), by their statistical codes. Codes
 * are never reused, and areas are never renamed. An abolished area keeps its row, its last day and its successor, so
 * that the old 太平 and the new 太平 are two areas. {@link io.redress.area.AreaScope} is the part of the county that a user
 * is responsible for; every finder of records about people takes one.
 */
@Uses({"identity"})
package io.redress.area;

import io.redress.common.feature.Uses;
