import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';

export interface Column<T> {
  head: string;
  cell: (row: T) => ReactNode;
  isNumber?: boolean;
}

interface TableProps<T> {
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** The row opens. */
  onOpen?: (row: T) => void;
  isOn?: (row: T) => boolean;
  /** A row that waits for something, 待结对: yellow ground. */
  isBlank?: (row: T) => boolean;
}

const cellLook = (kind: 'th' | 'td', isNumber: boolean | undefined): string => `${kind} ${isNumber ? 'is-num' : ''}`;

function openable(open: (() => void) | undefined) {
  if (!open) return {};
  return { onClick: open, ...(process.env.TARO_ENV === 'h5' && { tabIndex: 0, onKeyDown: (event: { key: string }) => event.key === 'Enter' && open() }) };
}

/** Rows and columns for a desktop; on a narrow screen it scrolls sideways inside itself. */
export function Table<T>({ columns, rows, keyOf, onOpen, isOn, isBlank }: TableProps<T>) {
  const look = (row: T): string => `tr ${onOpen ? 'is-open' : ''} ${isOn?.(row) ? 'is-on' : ''} ${isBlank?.(row) ? 'is-blank' : ''}`;
  return (
    <View className="table-room">
      <View className="table" {...aria({ role: 'table' })}>
        <View className="tr" {...aria({ role: 'row' })}>
          {columns.map((column) => (
            <View key={column.head} className={cellLook('th', column.isNumber)} {...aria({ role: 'columnheader' })}>
              {column.head}
            </View>
          ))}
        </View>
        {rows.map((row) => (
          <View key={keyOf(row)} className={look(row)} {...openable(onOpen && (() => onOpen(row)))} {...aria({ role: 'row' })}>
            {columns.map((column) => (
              <View key={column.head} className={cellLook('td', column.isNumber)} {...aria({ role: 'cell' })}>
                {column.cell(row)}
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}
