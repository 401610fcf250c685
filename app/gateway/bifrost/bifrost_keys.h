// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/bifrost/bifrost_wire.h"

namespace gateway::bifrost {

// The virtual keys of one Bifrost. Part of its Admin, main thread.
class BifrostKeys final : public Keys
{
public:
    explicit BifrostKeys(Api &api) : m_api(api) {}
    void setShape(std::optional<Shape> shape) { m_shape = shape; } // what its version says; empty: it does not
    bool expires() const { return shape() == Shape::Budgets; } // older rows have no place for a last day
    Task<Result<Page<Key>>> after(QString cursor) override;
    Task<Result<Key>> find(QString id) override;
    Task<Result<IssuedKey>> create(Key wanted) override;
    Task<Result<>> write(Key before, Key after) override;
    Task<Result<>> remove(Key key) override;
    Task<Result<Secret>> secretOf(Key key) override;

private:
    Shape shape() const { return m_shape.value_or(Shape::Budgets); }
    Task<Result<net::Exchange>> page(int offset, int rows);
    Task<Result<>> learnShape();
    Result<> possible(const Key &before, const Key &after) const;

    Api &m_api;
    std::optional<Shape> m_shape;
};

} // namespace gateway::bifrost
