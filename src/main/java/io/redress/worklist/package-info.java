/**
 * What awaits whoever signs in (待办, {@link io.redress.worklist.WorklistResource}): how many things of each kind they can
 * decide now, and since or until when. It owns no record: a feature whose records wait for somebody is a
 * {@link io.redress.worklist.WorklistSource} and counts its own.
 */
@Uses({"account"})
package io.redress.worklist;

import io.redress.common.feature.Uses;
