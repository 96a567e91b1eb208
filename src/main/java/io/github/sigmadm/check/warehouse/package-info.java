/// What do specs use of the warehouse, and does Sigma's catalogue have it?
///
/// Pure: [WarehouseUses] says what a spec reads, [WarehouseFindings] what the catalogue's answers
/// mean for it. Who asks, how often and how many at once is decided in `flow`.
@NullMarked
package io.github.sigmadm.check.warehouse;

import org.jspecify.annotations.NullMarked;
