// What is wrong with the page that is shown: functions that give a list of sentences, empty if all is well.
const look = (() => {
  const shown = element => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility === 'visible' && element.checkVisibility();
  };
  const name = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') +
    (element.className && element.className.baseVal === undefined ? '.' + element.className : '') +
    " '" + element.textContent.trim().slice(0, 40) + "'";

  // ---- colours: red, green, blue, opacity, each from 0 to 1
  const parse = text => {
    const parts = text.match(/[\d.]+/g).map(Number);
    return [parts[0] / 255, parts[1] / 255, parts[2] / 255, parts.length > 3 ? parts[3] : 1];
  };
  const over = (front, back) => [0, 1, 2].map(k => front[k] * front[3] + back[k] * (1 - front[3])).concat([1]);
  const luminance = colour => {
    const linear = colour.slice(0, 3).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const background = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [1, 1, 1, 1]);
  };
  const texts = root => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && !element.closest('script, style, title') && shown(element)) found.push(element);
    }
    return [...new Set(found)];
  };

  return {
    contrast: () => texts(document.body).flatMap(element => {
      const style = getComputedStyle(element);
      const svg = element.closest('svg');
      const front = parse(svg ? style.fill : style.color);
      const back = svg ? parse(getComputedStyle(svg.querySelector('rect')).fill) : background(element); // the figure's paper
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const found = ratio(front, back);
      return found >= (large ? 3 : 4.5) ? [] : ['contrast ' + found.toFixed(2) + ' of ' + name(element)];
    }),

    overflow: () => {
      const wide = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= wide) return [];
      return ['the page is ' + document.documentElement.scrollWidth + ' wide where ' + wide + ' are there'].concat(
        [...document.body.querySelectorAll('*')]
          .filter(e => e.getBoundingClientRect().right > wide + 1 && !e.parentElement.closest('.scroll, pre'))
          .slice(0, 5).map(name));
    },

    headings: () => {
      const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => Number(h.tagName[1]));
      const faults = levels.filter(l => l === 1).length === 1 && levels[0] === 1 ? [] : ['the page needs one h1, first'];
      levels.forEach((l, k) => { if (k > 0 && l > levels[k - 1] + 1) faults.push('h' + l + ' after h' + levels[k - 1]); });
      return faults;
    },

    names: () => [...document.querySelectorAll('svg')].flatMap(svg => {
      const title = document.getElementById(svg.getAttribute('aria-labelledby'));
      return svg.getAttribute('role') === 'img' && title && svg.contains(title) && title.textContent.trim() ? [] : ['a figure without a name'];
    }).concat([...document.querySelectorAll('img:not([alt]), a[href]:empty, button:empty')].map(e => 'no name: ' + e.outerHTML)),

    ids: () => {
      const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
      const faults = ids.filter((id, k) => ids.indexOf(id) !== k).map(id => 'two elements of id ' + id);
      for (const attribute of ['aria-labelledby', 'aria-describedby', 'for'])
        for (const e of document.querySelectorAll('[' + attribute + ']'))
          if (!document.getElementById(e.getAttribute(attribute))) faults.push(attribute + ' of ' + name(e));
      for (const link of document.querySelectorAll('a[href^="#"]'))
        if (!document.getElementById(link.hash.slice(1))) faults.push('a link to ' + link.hash);
      for (const e of document.querySelectorAll('svg [clip-path]'))
        if (!document.getElementById(e.getAttribute('clip-path').match(/#([^)]*)/)[1])) faults.push('a clip that is not there');
      return faults;
    },

    links: () => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))
      .filter(href => !/^(#|https:\/\/|[\w-][\w./-]*$)/.test(href)).map(href => 'a link to ' + href),

    // letters of a figure on top of each other, or outside of it
    collisions: () => [...document.querySelectorAll('svg')].flatMap(svg => {
      const frame = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]);
      const label = svg.querySelector('title')?.textContent ?? 'a figure';
      const faults = [];
      boxes.forEach(([a, p], k) => {
        if (p.left < frame.left || p.right > frame.right || p.top < frame.top || p.bottom > frame.bottom)
          faults.push(label + ": '" + a.textContent + "' is cut off");
        for (const [b, q] of boxes.slice(k + 1)) {
          const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
          const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
          if (across > 1 && down > 4) faults.push(label + ": '" + a.textContent + "' touches '" + b.textContent + "'");
        }
      });
      return faults;
    }),

    lines: longest => [...document.querySelectorAll('main p, main li, main dd')].filter(shown).flatMap(p => {
      const range = document.createRange();
      range.selectNodeContents(p);
      const tops = [...range.getClientRects()].map(r => Math.round(r.bottom / 12));
      const lines = new Set(tops).size;
      const length = p.textContent.trim().length / lines;
      return lines > 2 && length > longest ? [Math.round(length) + ' characters a line in ' + name(p)] : [];
    }),

    regions: () => [...document.querySelectorAll('.scroll, pre')].filter(e => shown(e) && e.scrollWidth > e.clientWidth + 1)
      .filter(e => e.tabIndex < 0).map(e => 'scrolls, but not by keyboard: ' + name(e)),
  };
})();
