import { expect, test } from 'vitest'
import { listLazily } from '../../src/render/views/list-lazily.ts'

const blogs = [{ name: 'Ana' }, { name: 'Bo' }, { name: 'Cy' }]

test('a view is made when it is looked at, and not before', () => {
  const made: string[] = []
  const views = listLazily(blogs, ({ name }) => {
    made.push(name)
    return { text: `by ${name}` }
  })
  expect(views).toHaveLength(3)
  expect(made).toEqual([])
  expect(views[1]).toEqual({ text: 'by Bo' })
  expect(made).toEqual(['Bo'])
  expect(views[3]).toBeUndefined()
  expect(made).toEqual(['Bo'])
})

test('it is an array to whoever goes through it', () => {
  const views = listLazily(blogs, ({ name }) => name.toUpperCase())
  expect(Array.isArray(views)).toBe(true)
  expect([...views]).toEqual(['ANA', 'BO', 'CY'])
  expect(views.map((name) => name.length)).toEqual([3, 2, 2])
  expect(listLazily([], () => 'none')).toEqual([])
})

test('a theme sorts the list, or turns it around, where it stands', () => {
  const open = () => listLazily([{ name: 'b' }, { name: 'a' }, { name: 'c' }], ({ name }) => ({ title: name }))
  const [sorted, turned] = [open(), open()]
  sorted.sort((one, other) => (one.title < other.title ? -1 : 1))
  turned.reverse()
  expect([sorted, turned].map((list) => list.map(({ title }) => title))).toEqual([
    ['a', 'b', 'c'],
    ['c', 'a', 'b'],
  ])
})
