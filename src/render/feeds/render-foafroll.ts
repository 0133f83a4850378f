import type { Planet, Subscription } from '../../model.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { escapeText } from './escape-text.ts'

const spaces = [
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"',
  'xmlns:foaf="http://xmlns.com/foaf/0.1/"',
  'xmlns:rss="http://purl.org/rss/1.0/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

/** The list of blogs as RDF (FOAF), as older planets published it: a group, its members, and each member's blog and feed. */
export function renderFoafroll(planet: Pick<Planet, 'title' | 'url'>, list: Subscription[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rdf:RDF ${spaces}>`,
    '<foaf:Group>',
    `<foaf:name>${escapeText(planet.title)}</foaf:name>`,
    `<foaf:homepage rdf:resource="${escapeXml(planet.url)}"/>`,
    `<rdfs:seeAlso rdf:resource="${escapeXml(new URL('foafroll.xml', planet.url).href)}"/>`,
    ...list.flatMap(renderMember),
    '</foaf:Group>',
    '</rdf:RDF>\n',
  ].join('\n')
}

function renderMember({ source, publicUrl, name, site }: Subscription): string[] {
  if (publicUrl === undefined) return []
  return [
    '<foaf:member>',
    '<foaf:Agent>',
    `<foaf:name>${escapeText(source.author ?? name)}</foaf:name>`,
    '<foaf:weblog>',
    `<foaf:Document rdf:about="${escapeXml(site ?? publicUrl)}">`,
    `<dc:title>${escapeText(name)}</dc:title>`,
    `<rdfs:seeAlso><rss:channel rdf:about="${escapeXml(publicUrl)}"/></rdfs:seeAlso>`,
    '</foaf:Document>',
    '</foaf:weblog>',
    '</foaf:Agent>',
    '</foaf:member>',
  ]
}
